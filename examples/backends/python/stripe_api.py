"""Speaks to Stripe's API over HTTP."""

import json
import os
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

BASE = os.environ.get("STRIPE_API_BASE", "https://api.stripe.com")
VERSION = "2026-10-28.endive"
TIMEOUT = 20  # seconds


class StripeError(Exception):
    """Stripe said no. `replayed`: it would say so again to this idempotency key."""

    def __init__(self, status, error, headers):
        super().__init__(f"{status} {error.get('code') or error.get('type')}")
        self.status = status
        self.code = error.get("code")
        self.param = error.get("param")
        self.request_id = headers.get("request-id")
        self.replayed = headers.get("idempotent-replayed") == "true" or status == 500

    @property
    def missing(self):
        return self.code == "resource_missing" or self.status == 404


class NoAnswer(Exception):
    """Stripe could not be asked, or its answer was lost."""


def ask(method, path, params=None, key=None):
    """The answer, and whether it repeats an earlier one to the same idempotency key."""
    form = urlencode(list(flatten(params or {})))
    body = form.encode() if method == "POST" else None
    url = f"{BASE}{path}" + (f"?{form}" if body is None and form else "")
    request = Request(url, data=body, method=method)
    request.add_header("Authorization", f"Bearer {os.environ.get('STRIPE_SECRET_KEY', '')}")
    request.add_header("Stripe-Version", VERSION)
    if key is not None:
        request.add_header("Idempotency-Key", key)
    try:
        with urlopen(request, timeout=TIMEOUT) as response:
            return json.load(response), response.headers.get("idempotent-replayed") == "true"
    except HTTPError as error:
        raise StripeError(error.code, read_error(error), error.headers) from None
    except (URLError, OSError, ValueError) as error:
        raise NoAnswer(str(error)) from None


def read_error(response):
    try:
        error = json.load(response).get("error")
    except (ValueError, OSError, AttributeError):
        error = None
    return error if isinstance(error, dict) else {}


def flatten(value, name=""):
    """Names as Stripe wants them: `line_items[0][price]`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flatten(inner, f"{name}[{key}]" if name else key)
    elif isinstance(value, (list, tuple)):
        for index, inner in enumerate(value):
            yield from flatten(inner, f"{name}[{index}]")
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)
