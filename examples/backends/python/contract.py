"""The wire of the contract: problems, and bodies parsed into what they may be."""

import json
import re
from datetime import datetime, timezone

VERSION = 1
MAX_ITEMS = 40
MAX_QUANTITY = 999_999
MAX_FIELDS = 30
KINDS = ("purchase", "invoice", "subscription", "setup")

STATUSES = {
    "request.malformed": 400,
    "request.content_type": 415,
    "request.invalid": 422,
    "request.too_large": 413,
    "request.too_slow": 408,
    "request.origin_missing": 403,
    "request.origin_foreign": 403,
    "request.method": 405,
    "request.not_found": 404,
    "request.key_missing": 400,
    "contract.unsupported": 400,
    "kind.unsupported": 422,
    "price.unknown": 422,
    "price.incompatible": 422,
    "quantity.out_of_range": 422,
    "customer.already_subscribed": 409,
    "session.not_found": 404,
    "session.closed": 409,
    "stripe.unavailable": 503,
    "stripe.rejected": 502,
    "webhook.signature": 400,
    "server.busy": 503,
    "server.failed": 500,
}


class Refusal(Exception):
    """A no to the caller, sent as a problem (RFC 9457)."""

    def __init__(self, code, field=None, detail=None, headers=None, request_id=None):
        super().__init__(code)
        self.code = code
        self.status = STATUSES[code]
        self.headers = headers or {}
        self.problem = {
            "contract": VERSION,
            "type": f"urn:billing-checkout:problem:{code}",
            "title": code.replace(".", ": ").replace("_", " "),
            "status": self.status,
            "code": code,
            **({"detail": detail} if detail else {}),
            **({"field": field} if field else {}),
            **({"requestId": request_id} if request_id else {}),
        }


def invalid(field, detail="Not in the form the contract asks for."):
    return Refusal("request.invalid", field, detail)


def parse(raw):
    """The JSON object of a body, and whether unknown fields are to be refused."""
    try:
        body = json.loads(raw.decode("utf-8"), parse_constant=reject)
    except (ValueError, RecursionError):
        raise Refusal("request.malformed") from None
    if not isinstance(body, dict):
        raise invalid(None, "The body must be a JSON object.")
    version = body.get("contract")
    if not is_int(version):
        raise invalid("contract", f"Send contract: {VERSION}.")
    if version < VERSION:
        raise Refusal("contract.unsupported", "contract", f"Send contract: {VERSION}.")
    return body, version == VERSION


def reject(word):
    raise ValueError(word)


def is_int(value):
    return isinstance(value, int) and not isinstance(value, bool)


class Fields:
    """Takes the fields of an object one by one, each by its form; what is left over is unknown."""

    def __init__(self, value, path, strict):
        if not isinstance(value, dict):
            raise invalid(path or None, "Expected an object.")
        self.rest, self.path, self.strict = dict(value), path, strict

    def at(self, name):
        return f"{self.path}.{name}" if self.path else name

    def text(self, name, form=r"[^\0]*", most=500, needed=False):
        if name not in self.rest and not needed:
            return None
        value = self.rest.pop(name, None)
        if not isinstance(value, str) or len(value) > most or not re.fullmatch(form, value, re.ASCII):
            raise invalid(self.at(name))
        return value

    def one_of(self, name, values, needed=False):
        if name not in self.rest and not needed:
            return None
        value = self.rest.pop(name, None)
        # True is 1 to Python, and a list has no place in a set.
        if not any(value is one or (isinstance(value, str) and value == one) for one in values):
            raise invalid(self.at(name), f"Expected one of {', '.join(map(str, values))}.")
        return value

    def end(self):
        if self.strict and self.rest:
            raise invalid(self.at(next(iter(self.rest))[:60]), "The contract has no such field.")


def parse_items(value, strict):
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_ITEMS:
        raise invalid("items", f"One to {MAX_ITEMS} prices.")
    items = []
    for index, one in enumerate(value):
        fields = Fields(one, f"items.{index}", strict)
        price = fields.text("price", r"[\w.:-]{1,200}", needed=True)
        quantity = fields.rest.pop("quantity", None)
        if not is_int(quantity) or not 1 <= quantity <= MAX_QUANTITY:
            raise invalid(f"items.{index}.quantity", f"A whole number from 1 to {MAX_QUANTITY}.")
        fields.end()
        items.append((price, quantity))
    if len({price for price, _ in items}) < len(items):
        raise invalid("items", "Each price once.")
    return items


def parse_experiment(value, strict):
    fields = Fields(value, "experiment", strict)
    slug = r"(?i:[a-z0-9][a-z0-9_-]{0,63})"
    experiment = {
        "name": fields.text("name", slug, needed=True),
        "variant": fields.text("variant", slug, needed=True),
        "unit": fields.text("unit", r"[^\0]+", 255, needed=True),
        "fallback": fields.one_of("fallback", (True, False)) is True,
    }
    prefilled = fields.rest.pop("prefilled", [])
    known = ("email", "billing_address")
    if not isinstance(prefilled, list) or len(prefilled) > 2 or any(one not in known for one in prefilled):
        raise invalid("experiment.prefilled")
    fields.end()
    return {**experiment, "prefilled": prefilled}


def parse_opening(raw):
    """The body of `POST /sessions`. This backend sells, and nothing else."""
    body, strict = parse(raw)
    if body.get("kind") != "purchase":
        raise Refusal("kind.unsupported", "kind", "This backend opens purchases.")
    fields = Fields(body, "", strict)
    for name in ("contract", "kind"):
        fields.rest.pop(name)
    asked = {
        "items": parse_items(fields.rest.pop("items", None), strict),
        "resume": fields.text("resume", r"(cs|in|seti)_\w+", 255),
        "ui": fields.one_of("ui", ("hosted",)),
        "return_url": fields.text("returnUrl", r"https?://.+", 500),
        "email": fields.text("email", r".+@.+", 254),
        "save": fields.one_of("savePayment", ("ask", "always", "never")),
        "address": fields.one_of("billingAddress", ("auto", "required")),
        "experiment": None,
    }
    if "experiment" in fields.rest:
        asked["experiment"] = parse_experiment(fields.rest.pop("experiment"), strict)
    fields.end()
    if asked["ui"] == "hosted":
        raise Refusal("kind.unsupported", "ui", "This backend has no page of Stripe's.")
    return asked


def parse_change(raw):
    """The body of `PATCH /sessions/{id}`: what is sold, what the customer says, or that another flow was shown."""
    body, strict = parse(raw)
    fields = Fields(body, "", strict)
    fields.rest.pop("contract")
    change = fields.one_of("change", ("items", "details", "experiment"), needed=True)
    if change == "items":
        parsed = {"items": parse_items(fields.rest.pop("items", None), strict)}
    elif change == "details":
        parsed = {"metadata": parse_details(fields)}
    else:
        fields.one_of("switched", (True,), needed=True)
        parsed = {"metadata": {"billing_switched": "true"}}
    fields.end()
    return parsed


def parse_details(fields):
    said = {"purchase_order": fields.text("purchaseOrder", most=140), "company": fields.text("company", most=150)}
    if fields.one_of("terms", (True,)):
        said["terms_agreed_at"] = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    if "address" in fields.rest:  # Stripe has it; this shop has no rules about it.
        address = Fields(fields.rest.pop("address"), "address", True)
        address.text("country", r"[A-Z]{2}", needed=True)
        for name in ("line1", "line2"):
            address.text(name, most=200)
        address.end()
    own = Fields(fields.rest.pop("fields", {}), "fields", True)
    if len(own.rest) > MAX_FIELDS:
        raise invalid("fields", f"At most {MAX_FIELDS} fields.")
    for name in list(own.rest):
        if not re.fullmatch(r"[\w-]{1,34}", name, re.ASCII):
            raise invalid("fields")
        said[f"field_{name}"] = own.text(name)
    return {name: text for name, text in said.items() if text is not None}
