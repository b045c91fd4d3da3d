"""`@roster ID`: a leading group as lines 组长：姓名　单位职务 and 姓名　单位职务, and where its office sits."""

from __future__ import annotations

from reporter.compose.desk import Desk
from reporter.compose.dialect import Line
from reporter.document.inline import Blank, Inline, Inlines, Text, words
from reporter.document.model import Paragraph
from reporter.errors import TemplateError
from reporter.intake.folder import CAMPAIGN
from reporter.records.campaign import Member, Roster
from reporter.refs import text_ref
from reporter.text import did_you_mean


class RosterBuilder:
    """Builds rosters from campaign.yaml; a missing person is a blank."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def build(self, line: Line, identifier: str) -> tuple[Paragraph, ...]:
        """The paragraphs of the roster that the line names, or of the only one."""
        known = {roster.id: roster for roster in self._desk.workspace.campaign.rosters}
        name = line.argument or next(iter(known), "")
        if name not in known:
            hint = did_you_mean(name, known) or "在 campaign.yaml 的 rosters 里写上"
            raise TemplateError(f"没有名单“{name}”", hint, str(line.place or ""))
        roster = known[name]
        lines = [self._member(roster, member, place) for place, member in enumerate(roster.members)]
        if roster.office:
            lines.append(self._office(roster))
        return tuple(Paragraph(f"{identifier}/{place}", inlines) for place, inlines in enumerate(lines, 1))

    @staticmethod
    def _member(roster: Roster, member: Member, place: int) -> Inlines:
        """`组长：姓名　单位职务`, without the label where the one before has the same."""
        again = place and roster.members[place - 1].role == member.role
        ref = text_ref(CAMPAIGN, f"rosters.{roster.id}.{place + 1}")
        person: Inline = (
            Text(member.person, ref=ref) if member.person else Blank(f"{roster.title}{member.role}姓名", 3)
        )
        post = (member.agency or "") + (member.post or "")
        label = () if again else words(f"{member.role}：")
        return (*label, person, *words(f"\u3000{post}" if post else "", ref=ref))

    @staticmethod
    def _office(roster: Roster) -> Inlines:
        head: Inline = (
            Text(roster.office_head) if roster.office_head else Blank(f"{roster.title}办公室主任", 4)
        )
        return (Text(f"领导小组办公室设在{roster.office}，办公室主任由"), head, Text("担任。"))
