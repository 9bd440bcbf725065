"""What people said of the stages of clients, and the sheets that fulfil something there."""
