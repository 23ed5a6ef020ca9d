"""`python -m govplan`: the commands without the script."""

from govplan.cli import main

if __name__ == "__main__":
    main()
