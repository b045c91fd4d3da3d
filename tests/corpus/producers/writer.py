"""What every producer does with the pieces of a paper: one method for each kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from tests.corpus.producers.flow import Foot, Gap, Grid, Mark, NewPage, NumberLine, Para, Piece, Signs

Made = TypeVar("Made")


class Writer(ABC, Generic[Made]):
    """Hands each piece to its method, which gives the piece as this producer keeps it."""

    def piece(self, piece: Piece) -> Made:
        match piece:
            case Gap():
                return self.gap(piece)
            case Mark():
                return self.mark(piece)
            case NumberLine():
                return self.number(piece)
            case Para():
                return self.para(piece)
            case Grid():
                return self.grid(piece)
            case Signs():
                return self.signs(piece)
            case NewPage():
                return self.new_page(piece)
            case Foot():
                return self.foot(piece)

    @abstractmethod
    def gap(self, gap: Gap) -> Made: ...

    @abstractmethod
    def mark(self, mark: Mark) -> Made: ...

    @abstractmethod
    def number(self, line: NumberLine) -> Made: ...

    @abstractmethod
    def para(self, para: Para) -> Made: ...

    @abstractmethod
    def grid(self, grid: Grid) -> Made: ...

    @abstractmethod
    def signs(self, signs: Signs) -> Made: ...

    @abstractmethod
    def new_page(self, page: NewPage) -> Made: ...

    @abstractmethod
    def foot(self, foot: Foot) -> Made: ...
