"""The parts of serve.py and supervise.py. Python 3.8 or newer, standard library only."""
