"""The API keeps its promises whatever it is asked: no failure, and no shape that is not announced."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from starling.web.app import make_app
from starling.web.security import Policy
from tests.web.conftest import TOKEN


@pytest.fixture
def api_schema(prep: Path) -> schemathesis.schemas.BaseSchema:
    """What the app says of itself."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", make_app(prep, {}, Policy(token=TOKEN)))


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=15, suppress_health_check=list(HealthCheck), derandomize=True)
def test_any_request(case: schemathesis.Case) -> None:
    """
    Any request, well formed or not, is answered as the description says.
    """
    headers = {"host": "localhost", "x-starling-token": TOKEN}
    response = case.call(headers=headers)
    case.validate_response(
        response, checks=(not_a_server_error, response_schema_conformance, status_code_conformance)
    )
