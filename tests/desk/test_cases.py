"""A case is opened, made, split and saved; a save is whole or leaves everything as it was."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from poa_app import desk
from poa_app.errors import BadOutput, NotJson, UnknownName, UnreadableFile, short
from poa_app.intake.case_file import write_case
from poa_app.knowledge import knowledge
from poa_app.model.case import Case
from poa_app.model.facts import Violation
from tests.each import for_each


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_example_is_opened(example: Case, example_file: Path) -> None:
    assert desk.open_case(example_file) == example


def test_a_case_of_an_unknown_enforcement_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(write_case(Case(violations=(Violation(id="viol01", enforcement="bad-luck"),))))
    with pytest.raises(UnknownName) as refused:
        desk.open_case(file)
    assert str(refused.value).startswith("case.json: there is no enforcement 'bad-luck'; choose one of: ")
    assert refused.value.zh.startswith("case.json：没有名为 'bad-luck' 的违规类型。可选：")


@pytest.mark.parametrize(("content", "kind"), [(None, UnreadableFile), (b"no", NotJson)])
def test_a_file_that_is_no_case_is_not_opened(tmp_path: Path, content: bytes | None, kind: type[Exception]) -> None:
    file = tmp_path / "case.json"
    if content:
        file.write_bytes(content)
    with pytest.raises(kind):
        desk.open_case(file)


@for_each("slug", knowledge().enforcements)
def test_a_new_case_is_of_its_kind_with_the_metrics_and_targets_it_needs(slug: str) -> None:
    case, known = desk.create(slug), knowledge()
    assert case.enforcements == (slug,)
    assert case.route == known.enforcements[slug].usual_route
    assert case.violations[0].level == known.enforcements[slug].levels[0]
    assert {one.metric: float(str(one.target)) for one in case.metrics} == {
        metric: known.metrics[metric].target for metric in known.enforcements[slug].metrics
    }


def test_a_case_of_an_unknown_kind_is_not_made() -> None:
    with pytest.raises(UnknownName, match="there is no enforcement 'bad-luck'"):
        desk.create("bad-luck")


def test_a_case_is_split_by_route(late_shipment: Case) -> None:
    other = late_shipment.violations[0].model_copy(update={"id": "second", "route": "documents"})
    mixed = late_shipment.model_copy(update={"violations": (*late_shipment.violations, other)})
    assert [case.route for case in desk.siblings(mixed)] == ["plan-of-action", "documents"]
    assert desk.siblings(late_shipment) == (late_shipment,)


def test_a_saved_case_opens_again(example: Case, tmp_path: Path) -> None:
    desk.save_case(example, tmp_path / "case.json")
    assert desk.open_case(tmp_path / "case.json") == example
    assert _names(tmp_path) == ["case.json"]


def test_a_save_replaces_what_was_there(late_shipment: Case, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"old" * 100_000)
    desk.save_case(late_shipment, file)
    assert file.read_bytes() == write_case(late_shipment)


def test_a_saved_file_has_the_rights_a_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    desk.write_file(tmp_path / "ours", b"")
    rights = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "ours")]
    assert rights[0] == rights[1]


@pytest.mark.skipif(os.name == "nt", reason="files have no such rights there")
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664])
def test_a_file_written_over_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    file = tmp_path / "ours"
    file.write_bytes(b"old")
    file.chmod(rights)
    before = os.umask(0o022)
    try:
        desk.write_file(file, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == rights
    assert file.read_bytes() == b"new"


def test_the_rights_of_other_threads_files_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "umask", lambda _: pytest.fail("the whole process has one"))
    desk.write_file(tmp_path / "ours", b"")


@pytest.mark.parametrize("there", [b"old", None], ids=["a file", "nothing yet"])
@pytest.mark.parametrize("links", [("link",), ("link", "second"), ("folder/link",)])
def test_a_link_is_written_through_to_its_target(tmp_path: Path, there: bytes | None, links: tuple[str, ...]) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "folder").symlink_to("elsewhere")
    target = tmp_path / "elsewhere" / "target"
    if there:
        target.write_bytes(there)
    for link, to in zip(links, (target, *(tmp_path / one for one in links)), strict=False):
        (tmp_path / link).symlink_to(to)
    desk.write_file(tmp_path / links[-1], b"new")
    assert target.read_bytes() == b"new"
    assert (tmp_path / links[-1]).is_symlink()
    assert _names(tmp_path / "elsewhere") == sorted({"target", *(Path(one).name for one in links if "/" in one)})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_file_is_not_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, to in (("to-pipe", "pipe"), ("full", "/dev/full"), ("ring", "ring"), ("gnir", "ring")):
        (tmp_path / name).symlink_to(to)
    before = _names(tmp_path)
    for name in ("pipe", "to-pipe", "full", "ring", "gnir"):
        _refused(tmp_path / name, "a pipe, a device or a ring of links stands there", "该处是管道、设备或循环链接")
    assert _names(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"\x00\r\n\xff", b"x" * 3_000_000], ids=["nothing", "bytes", "much"])
def test_bytes_are_written_as_they_are(tmp_path: Path, content: bytes) -> None:
    desk.write_file(tmp_path / "\u4fe1 1.docx", content)
    assert (tmp_path / "\u4fe1 1.docx").read_bytes() == content


def _refused(path: Path, reason: str, reason_zh: str) -> None:
    with pytest.raises(BadOutput) as refused:
        desk.write_file(path, b"new")
    assert (
        str(refused.value) == f"{short(path)}: cannot be written ({reason}); nothing was saved, choose another place."
    )
    assert refused.value.zh == f"{short(path)}：无法写入（{reason_zh}）。未保存任何内容，请另选位置。"


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path) -> None:
    _refused(tmp_path / "gone" / "case.json", "there is no such folder", "文件夹不存在")
    assert _names(tmp_path) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    _refused(tmp_path / "file" / "case.json", "there is no such folder", "文件夹不存在")
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_folder_where_the_file_should_stand_is_told(tmp_path: Path) -> None:
    (tmp_path / "case.json").mkdir()
    _refused(tmp_path / "case.json", "a folder stands there", "该处是文件夹")
    assert _names(tmp_path) == ["case.json"]


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    _refused(tmp_path / ("x" * 300), "file name too long", "没有写入权限或空间不足")
    _refused(tmp_path / ("x" * 300) / "case.json", "there is no such folder", "文件夹不存在")
    assert _names(tmp_path) == []


@pytest.mark.parametrize("step", ["builtins.open", "os.chmod", "os.replace"])
@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_a_save_that_fails_at_any_step_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int
) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"old")

    def fails(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(step, fails)
    _refused(file, os.strerror(code).lower(), "没有写入权限或空间不足")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert _names(tmp_path) == ["case.json"]


def test_a_save_cut_short_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.write_file(file, b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert _names(tmp_path) == ["case.json"]
