"""Lists that come in as files (XLSX, XLS, ODS, CSV): read as texts, their headers recognised, every row judged before one is
written, and then all of them or none, by the verbs that the pages write with.

Front doors: `imports`, `verdicts.judge_import`.
"""
