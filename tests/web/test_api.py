"""The API keeps its promises whatever it is asked: no failure, and no shape that is not announced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from starling.web.app import make_app
from starling.web.security import Policy
from tests.web.conftest import TOKEN

_CHECKS = [not_a_server_error, response_schema_conformance, status_code_conformance]


def test_any_request(prep: Path) -> None:
    """
    Any request to any address, well formed or not, is answered as the description says.
    """
    policy = Policy(hosts=frozenset({"localhost", "testserver"}), token=TOKEN)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", make_app(prep, {}, policy))
    described = list(schema.get_all_operations())
    operations = [each.ok() for each in described if isinstance(each, Ok)]
    assert len(operations) == len(described)
    for operation in operations:

        @given(case=operation.as_strategy())
        @settings(max_examples=10, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
        def ask(case: schemathesis.Case[Any]) -> None:
            response = case.call(headers={"x-starling-token": TOKEN})
            case.validate_response(response, checks=_CHECKS)

        ask()
    assert len(operations) > 20
