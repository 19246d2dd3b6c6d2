"""The history in a database: tables, migrations, and the port that keeps them."""
