"""Parts, tools and loan units, and their moving."""
