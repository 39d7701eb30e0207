"""Counts the finished and failed jobs of the week for the Monday mail."""

import sys

from sqlalchemy import create_engine, text

QUERY = text(
    """
    SELECT state, error_type, count(*) AS jobs
    FROM mod_scaimind_jobs
    WHERE finished_at >= now() - interval '7 days'
    GROUP BY state, error_type
    ORDER BY jobs DESC
    """
)


def main(database_url: str) -> None:
    with create_engine(database_url).connect() as connection:
        for row in connection.execute(QUERY):
            print(f"{row.state:<10} {row.error_type or '-':<24} {row.jobs:>5}")


if __name__ == "__main__":
    main(sys.argv[1])
