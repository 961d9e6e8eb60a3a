"""What can be chosen: enforcements and templates."""

from __future__ import annotations

from typing import Any

from poa_app.knowledge import knowledge
from poa_app.model.routes import letter_routes
from poa_app.resources import folder


def enforcements() -> tuple[dict[str, Any], ...]:
    """List the enforcements, as ``poa enforcements`` prints them."""
    return tuple(
        {
            "slug": slug,
            "name": {"en": one.name.en, "zh": one.name.zh},
            "family": one.family,
            "routes": list(one.routes),
            "plan_expected": one.plan_expected,
        }
        for slug, one in sorted(knowledge().enforcements.items())
    )


def template_names() -> tuple[str, ...]:
    """List the templates of all routes."""
    from poa_app.render.letter import templates  # noqa: PLC0415 - the list of enforcements wants no letter

    return tuple(dict.fromkeys(name for route in letter_routes() for name in templates(folder("templates"), route)))
