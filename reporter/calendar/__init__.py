"""Due dates: the deadline grammar, working days, the chain of dependent deadlines, and what is due on a day.

from reporter.calendar.grammar import parse_deadline
from reporter.calendar.workdays import Workdays
"""
