"""Lets ``python -m poa_app`` do what the ``poa`` command does."""

from poa_app.cli import main

if __name__ == "__main__":
    main()
