"""Takes Stripe's events: nothing counts before the signature over the raw body has been checked."""

import hashlib
import hmac
import json
import os
import time

from checkout import read, settle
from contract import Refusal

TOLERANCE = 300  # seconds
TOLD = (
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
)


def verify(raw, header):
    """Refuses what the secret of this endpoint has not signed in the last five minutes."""
    parts = [part.split("=", 1) for part in header.split(",") if "=" in part]
    times = [value for name, value in parts if name == "t" and value.isdecimal()]
    secret = os.environ["STRIPE_WEBHOOK_SECRET"].encode()
    for moment in times[:1]:
        due = hmac.new(secret, moment.encode() + b"." + raw, hashlib.sha256).hexdigest()
        signed = any(name == "v1" and hmac.compare_digest(value.encode(), due.encode()) for name, value in parts)
        if signed and abs(time.time() - int(moment)) <= TOLERANCE:
            return
    raise Refusal("webhook.signature", detail="Is STRIPE_WEBHOOK_SECRET the secret of this very endpoint?")


def receive(raw, header):
    """Events come late, twice and out of order: only the id is taken from one, the session is read from Stripe."""
    verify(raw, header)
    try:
        event = json.loads(raw)
        kind, named = event["type"], event["data"]["object"].get("id")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refusal("request.malformed", detail="Not an event.") from None
    session = read(named) if kind in TOLD and isinstance(named, str) else None
    if session is not None:
        settle(session)
        # Grant here what was bought: the session says what, its status whether.
