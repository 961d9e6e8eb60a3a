from __future__ import annotations

import jinja2
import pytest
from jinja2 import nodes

from poa_app.errors import TemplateFault
from poa_app.render import engine
from poa_app.render.field import Field

SECRET = "Acme Secret Trading"
CONTEXT = {
    "scope": Field("<b>all</b> {{ 7*7 }}", "/scope"),
    "empty": Field("", "/client/store"),
    "client": {"store": Field(SECRET, "/client/store"), "legal_name": Field("Acme", "/client/legal_name")},
    "rows": [{"what": Field("it failed", "/root_causes/a1b2c3/what")}],
    "number": 3,
}


def fault(root, name="letter") -> TemplateFault:
    with pytest.raises(TemplateFault) as caught:
        engine.render(root, name, CONTEXT)
    assert SECRET not in str(caught.value)
    assert SECRET not in caught.value.zh
    return caught.value


def test_a_field_prints_as_text_with_its_path(folder_with):
    root = folder_with(letter="<p>Scope: {{ scope }}</p>")
    assert engine.render(root, "letter", CONTEXT) == (
        '<p>Scope: <f path="/scope">&lt;b&gt;all&lt;/b&gt; {{ 7*7 }}</f></p>'
    )


def test_a_blank_field_prints_as_a_gap_and_can_be_asked_about(folder_with):
    root = folder_with(letter="<p>{{ empty }}{% if empty %} said{% else %} not said{% endif %}</p>")
    assert engine.render(root, "letter", CONTEXT) == '<p><gap path="/client/store"/> not said</p>'


def test_a_template_can_count_loop_and_include(folder_with):
    root = folder_with(
        letter="{% for row in rows %}<p>{{ loop.index }} of {{ number }} {% include part %}</p>{% endfor %}",
        parts__one="{{ row.what }}",
    )
    expected = '<p>1 of 3 <f path="/root_causes/a1b2c3/what">it failed</f></p>'
    assert engine.render(root, "letter", CONTEXT | {"part": "parts/one.html.j2"}) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<p>\n</p>\n<p>{{ nobody }}</p>",
        "<p>\n</p>\n<p>{{ client.nobody }}</p>",
        "<p>\n</p>\n<p>{{ scope.nobody }}</p>",
        "<p>\n</p>\n<p>{% if nobody %}x{% endif %}</p>",
        "<p>\n</p>\n<p>{% for one in nobody %}x{% endfor %}</p>",
        "<p>\n</p>\n<p>{{ rows[7].what }}</p>",
    ],
)
def test_an_unknown_variable_is_told_with_file_and_line(folder_with, source):
    found = fault(folder_with(letter=source))
    assert (found.file, found.line) == ("letter.html.j2", 3)
    assert "letter.html.j2, line 3" in str(found)


def test_an_unknown_variable_is_told_where_it_stands_not_where_it_is_included(folder_with):
    root = folder_with(letter='<p>{% include "parts/one.html.j2" %}</p>', parts__one="fine\n{{ nobody }}")
    found = fault(root)
    assert (found.file, found.line) == ("parts/one.html.j2", 2)
    assert "'nobody'" in str(found)


@pytest.mark.parametrize(
    "tag", ["<b>", "<script>", "<img src='x'/>", "<P>", "<f path='/x'>", "<gap/>", "<!-- x -->", "<?x?>", "</div>"]
)
def test_an_unknown_tag_is_told_with_file_and_line(folder_with, tag):
    found = fault(folder_with(letter=f"<p>{{# <b> #}}\n{{{{ scope }}}}</p>\n\n{tag}"))
    assert (found.file, found.line) == ("letter.html.j2", 4)
    assert "unknown tag" in str(found)


def test_an_unknown_tag_in_a_part_is_told_by_that_part(folder_with):
    found = fault(folder_with(letter='{% include "parts/one.html.j2" %}', parts__one="<p>\n<b>x</b></p>"))
    assert (found.file, found.line) == ("parts/one.html.j2", 2)


@pytest.mark.parametrize(
    "source",
    ["<p>\n{{ scope", "<p>\n{% if scope %}x</p>\n{% endfor %}", "<p>\n{{ scope | nosuchfilter }}</p>", "\n{% x %}"],
)
def test_a_fault_of_jinja_is_told_with_file_and_line(folder_with, source):
    found = fault(folder_with(letter=source))
    assert found.file == "letter.html.j2"
    assert found.line in (2, 3)


@pytest.mark.parametrize("name", ["nowhere", "../outside", "/etc/passwd", "parts", ""])
def test_a_template_that_is_not_there_is_told(folder_with, name):
    (folder_with(letter="<p>x</p>", parts__one="x").parent / "outside.html.j2").write_text("<p>outside</p>")
    assert "there is no such template" in str(fault(folder_with(), name))


@pytest.mark.parametrize(
    "name", ["parts/none.html.j2", "../outside.html.j2", "/etc/hostname", "parts/../../outside.html.j2"]
)
def test_an_include_of_what_is_not_there_or_outside_is_told(folder_with, name):
    root = folder_with(letter=f'<p>{{% include "{name}" %}}</p>')
    (root.parent / "outside.html.j2").write_text("<p>outside</p>")
    found = fault(root)
    assert "there is no such template" in str(found)
    assert name in str(found)


def test_a_link_that_leads_outside_is_not_followed(folder_with, tmp_path):
    root = folder_with(letter='<p>{% include "parts/link.html.j2" %}</p>', parts__one="x")
    (tmp_path / "secret.html.j2").write_text("secret")
    (root / "parts" / "link.html.j2").symlink_to(tmp_path / "secret.html.j2")
    assert "there is no such template" in str(fault(root))


@pytest.mark.parametrize(
    "expression",
    [
        "scope.__class__",
        "scope.__class__.__mro__",
        "''.__class__.__mro__[1].__subclasses__()",
        "scope['__class__']",
        "scope|attr('__class__')",
        "''.format.__self__.__class__",
        "'{0.__class__}'.format(scope)",
        "'{x.__class__}'.format_map(client)",
        "(scope|string).format.__globals__",
        "rows.append(1)",
        "client.clear()",
        "client.update(x=1)",
        "self.__init__.__globals__",
        "cycler.__init__.__globals__",
        "lipsum.__globals__",
        "joiner.__init__.__globals__['os']",
        "namespace.__init__",
        "range(1000000000)|list",
        "scope.path.__class__",
        "loop.__class__",
        "open('/etc/passwd')",
        "client.store()",
        "1/0",
        "scope + 1",
        "client",
        "rows",
    ],
)
def test_no_trick_reaches_past_the_fields(folder_with, expression):
    found = fault(folder_with(letter=f"<p>\n{{{{ {expression} }}}}</p>"))
    assert (found.file, found.line) == ("letter.html.j2", 2)


def test_a_field_that_holds_jinja_is_not_run(folder_with):
    root = folder_with(letter="<p>{{ scope }}</p>")
    held = Field("{{ client.store }}{% include 'x' %}", "/scope")
    assert "{{ client.store }}{% include 'x' %}" in engine.render(root, "letter", {"scope": held}).replace("&#39;", "'")


@pytest.mark.parametrize(
    "source", ["{{ client[client.store] }}", "{% include client.store %}", "{% extends client.store %}"]
)
def test_no_message_repeats_what_somebody_typed(folder_with, source):
    fault(folder_with(letter=f"<p>{source}</p>"))


def test_templates_are_listed_by_name(folder_with):
    root = folder_with(letter="<p>x</p>", parts__one="x", plan_of_action__short="<p>y</p>")
    (root / "notes.txt").write_text("not a template")
    assert engine.names(root) == ("letter", "parts/one", "plan-of-action/short")


def test_the_shipped_templates_use_nothing_that_loses_a_path(templates):
    """Filters on words, concatenation and switched-off escaping would print words that no longer know their field."""
    environment = jinja2.Environment(autoescape=True)
    for path in templates.rglob("*.html.j2"):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        assert {one.name for one in tree.find_all(nodes.Filter)} <= {"length"}, path.name
        assert not list(tree.find_all((nodes.Concat, nodes.Add, nodes.Mod, nodes.Mul, nodes.Call))), path.name
        assert not list(tree.find_all((nodes.EvalContextModifier, nodes.FilterBlock, nodes.Macro))), path.name
