"""The version for publication of a filing, or what keeps it from being published."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.check.finding import errors
from reporter.check.publication import check_public
from reporter.compose.publication import published
from reporter.deliver.names import PUBLIC_MARK
from reporter.errors import InputError
from reporter.making import Made
from reporter.records.workspace import Workspace


def publish(made: Made, workspace: Workspace) -> None:
    """The document as everybody may read it; what keeps it from being published is a finding."""
    if made.document.header and made.document.header.classification:
        raise InputError("涉密文件不能生成公开版", "去掉 --public，或用 --only 选其他文种", made.filing.id)
    made.public = published(made.document, workspace.campaign.contacts)
    made.composition = replace(made.composition, document=made.public.document)
    made.stem += PUBLIC_MARK
    documents = [part.document for part in made.volumes]
    made.held = tuple(check_public(documents, made.public, made.stem))
    if errors(made.held):
        made.warnings.append("没有生成公开版：先改下面列出的地方")
