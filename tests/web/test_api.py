"""The API keeps its promises whatever it is asked: no failure, and no shape that is not announced."""

from __future__ import annotations

import json
import subprocess
import sys
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


_LATE = """
import json, sys
from fastapi.routing import APIRoute
from starlette.testclient import TestClient
from starling.web.app import make_app
from pathlib import Path

app = make_app(Path(sys.argv[1]), {})
ours = [each for each in app.routes if isinstance(each, APIRoute)]
built = lambda: [each.path for each in ours if "dependant" in vars(each)]
said = [built()]
with TestClient(app, base_url="http://localhost") as client:
    said += [client.get("/stories").status_code, built()]
    described = list(client.get("/api/openapi.json").json()["paths"])
print(json.dumps([*said, described, [each.path for each in ours if each.include_in_schema]]))
"""


def test_an_address_is_built_when_it_is_first_asked_for(prep: Path) -> None:
    """
    The start builds none of the addresses, and a page no others than its own; the description has all.

    A process of its own starts here, since addresses stay built in this one.
    """
    ran = subprocess.run([sys.executable, "-c", _LATE, str(prep)], capture_output=True, check=True)
    at_first, status, then, described, ours = json.loads(ran.stdout)

    assert ([], 200, ["/stories"]) == (at_first, status, then)
    assert set(described) == set(ours)
    assert len(ours) > 20
