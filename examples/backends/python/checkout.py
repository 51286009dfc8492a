"""Opens sessions, tells the truth about them, and changes them. Stripe remembers; nothing is kept here."""

import hashlib
import json
import re

from contract import VERSION, Refusal
from stripe_api import StripeError, ask

# What is sold, by lookup key: the least and the most of each.
PRICES = {"pro_monthly": (1, 500), "pro_yearly": (1, 500), "team_onboarding": (1, 1)}

SESSIONS = "/v1/checkout/sessions"
EXPAND = [
    "customer",
    "invoice",
    "line_items",
    "payment_intent.latest_charge",
    "setup_intent",
    "subscription.default_payment_method",
]
STANDING = ("active", "trialing", "past_due")


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def owner_of(customer):
    return "guest" if customer is None else digest(f"customer:{customer}")[:32]


def read(session_id):
    """The session, or None: another account's, nobody's, or one that this backend has not made."""
    if not re.fullmatch(r"cs_\w{1,250}", session_id, re.ASCII):
        return None
    try:
        session, _ = ask("GET", f"{SESSIONS}/{session_id}", {"expand": EXPAND})
    except StripeError as error:
        if error.missing:
            return None
        raise
    return session if "billing_owner" in (session["metadata"] or {}) else None


def find(session_id, customer):
    """The session for who asks: a customer's for them alone, a guest's for whoever has its id."""
    session = read(session_id)
    if session is None or session["metadata"]["billing_owner"] not in ("guest", owner_of(customer)):
        raise Refusal("session.not_found")
    return session


def find_lines(items, customer):
    """The items with their prices, checked against the shop, Stripe, and what the customer has already."""
    for index, (key, quantity) in enumerate(items):
        if key not in PRICES:
            raise Refusal("price.unknown", f"items.{index}.price", "Add the lookup key to PRICES.")
        least, most = PRICES[key]
        if not least <= quantity <= most:
            raise Refusal("quantity.out_of_range", f"items.{index}.quantity", f"Between {least} and {most}.")
    keys = [key for key, _ in items]
    found, _ = ask("GET", "/v1/prices", {"lookup_keys": keys, "active": True, "limit": 10})
    by_key = {price["lookup_key"]: price for price in found["data"]}
    for index, key in enumerate(keys):
        if key not in by_key:
            raise Refusal("price.unknown", f"items.{index}.price", "Stripe has no active price with this lookup key.")
    lines = [(by_key[key], key, quantity) for key, quantity in items]
    cadences = {(p["recurring"]["interval"], p["recurring"]["interval_count"]) for p, _, _ in lines if p["recurring"]}
    if len(cadences) > 1 or len({price["currency"] for price, _, _ in lines}) > 1:
        raise Refusal("price.incompatible", "items", "One currency and one interval per purchase.")
    check_not_subscribed(lines, customer)
    return lines


def check_not_subscribed(lines, customer):
    for price, _, _ in lines if customer else ():
        if price["recurring"]:
            has, _ = ask("GET", "/v1/subscriptions", {"customer": customer, "price": price["id"], "limit": 100})
            if any(one["status"] in STANDING for one in has["data"]):
                raise Refusal("customer.already_subscribed")


def mode_of(lines):
    return "subscription" if any(price["recurring"] for price, _, _ in lines) else "payment"


def amounts(key, quantity):
    least, most = PRICES[key]
    adjustable = {"enabled": True, "minimum": least, "maximum": most} if least < most else {"enabled": False}
    return {"quantity": quantity, "adjustable_quantity": adjustable}


def open_session(asked, customer, key):
    """The session of this purchase, and whether it was made just now."""
    owner, purchase = owner_of(customer), digest(f"purchase:{key}")
    found = read(asked["resume"]) if asked["resume"] else None
    dead = None
    if found is not None:
        metadata = found["metadata"]
        if metadata["billing_owner"] in ("guest", owner) and metadata.get("billing_purchase") == purchase:
            if status_of(found) not in ("open", "expired"):
                return to_answer(found, asked), False
            dead = found["id"]
    lines = find_lines(asked["items"], customer)
    if dead is not None and status_of(found) == "open":
        if found["metadata"]["billing_owner"] == owner and sells(found, lines) and counts(found, asked):
            return to_answer(found, asked), False
        ended = expire(dead)
        if ended is not None:
            return to_answer(ended, asked), False
    session, fresh = create(to_params(asked, lines, customer, owner, purchase), [owner, key], dead)
    return to_answer(session, asked), fresh


def sells(session, lines):
    present = {(line["price"]["id"], line["quantity"]) for line in session["line_items"]["data"]}
    return present == {(price["id"], quantity) for price, _, quantity in lines}


def counts(session, asked):
    """Which experiment a session counts for is settled when it is made."""
    return asked["experiment"] is None or session["metadata"].get("billing_experiment") == asked["experiment"]["name"]


def expire(session_id):
    """None once the session can no longer be paid; the session itself when it was paid in between."""
    try:
        ask("POST", f"{SESSIONS}/{session_id}/expire")
    except StripeError as error:
        session = read(session_id)
        if session is None or session["status"] == "open":
            raise error from None
        return session if session["status"] == "complete" else None
    return None


def create(params, purchase, dead):
    """Asked twice, Stripe answers with the same: its idempotency key says who buys what, for the how-manieth time."""
    attempt, after = 0, None
    for _ in range(12):
        idempotency = digest(json.dumps([*purchase, params, attempt, after]))
        try:
            session, repeated = ask("POST", SESSIONS, params, idempotency)
        except StripeError as error:
            attempt += 1
            if not error.replayed or attempt > 3:
                raise
            continue
        if not repeated:
            return session, True
        # What Stripe repeats is how it was then.
        current = read(session["id"])
        if current is not None and status_of(current) != "expired":
            return current, False
        after = dead if after is None and dead is not None else session["id"]
    raise Refusal("server.busy", detail="Too many sessions of this purchase have expired.", headers={"retry-after": "60"})


def to_params(asked, lines, customer, owner, purchase):
    mode = mode_of(lines)
    saving = toggle(asked, mode, customer)
    address = asked["address"] or "required"
    assigned = to_assignment(asked["experiment"], address, customer)
    carried = {"metadata": {"billing_owner": owner, **assigned}}
    return {
        "ui_mode": "elements",
        "mode": mode,
        "line_items": [{"price": price["id"], **amounts(key, quantity)} for price, key, quantity in lines],
        "adaptive_pricing": {"enabled": False},
        "billing_address_collection": address,
        "metadata": {
            "billing_owner": owner,
            "billing_purchase": purchase,
            **({"billing_saving": "ask"} if saving == "ask" else {}),
            **assigned,
        },
        "subscription_data" if mode == "subscription" else "payment_intent_data": carried,
        **({"saved_payment_method_options": {"payment_method_save": "enabled"}} if saving == "ask" else {}),
        **({"client_reference_id": to_reference(assigned)} if assigned else {}),
        **(
            {"customer": customer, "customer_update": {"name": "auto", "address": "auto"}, "expand": ["customer"]}
            if customer
            else {}
        ),
    }


def toggle(asked, mode, customer):
    """A method can be kept where there is, or will be, a customer to keep it for."""
    return "ask" if (customer or mode == "subscription") and asked["save"] != "never" else "never"


def to_assignment(experiment, address, customer):
    if experiment is None:
        return {}
    prefilled = experiment["prefilled"]
    email = customer is None and "email" not in prefilled
    return {
        "billing_experiment": experiment["name"],
        "billing_variant": experiment["variant"],
        "billing_unit": digest(f"unit:{experiment['unit']}")[:32],
        "billing_fallback": str(experiment["fallback"]).lower(),
        "billing_differs": str(email or (address == "required" and "billing_address" not in prefilled)).lower(),
    }


def to_reference(assigned):
    return ".".join(["bc1", *(assigned[f"billing_{name}"] for name in ("experiment", "variant", "unit"))])


def to_answer(session, asked):
    """What a browser is given. The secret is in it only while the session can be paid."""
    status, customer = status_of(session), session["customer"]
    known = isinstance(customer, dict) and customer.get("email") is not None
    limits = [PRICES[key] for key, _ in asked["items"] if key in PRICES]
    least, most = limits[0] if len(limits) == 1 else (1, 1)
    keeps = session["metadata"].get("billing_saving") == "ask" and asked["save"] != "never"
    return {
        "contract": VERSION,
        "gateway": "checkout_session",
        "id": session["id"],
        "clientSecret": session["client_secret"] if status == "open" else None,
        "status": status,
        "mode": session["mode"],
        "features": {
            "email": "known" if known else "ask",
            "billingAddress": session["billing_address_collection"] or "auto",
            "savePayment": "ask" if keeps else "never",
            "promotionCodes": False,
            "quantity": {"min": least, "max": most} if least < most else None,
            "company": "off",
            "taxId": "off",
            "purchaseOrder": "off",
            "payByInvoice": False,
        },
        "expiresAt": session["expires_at"],
        "livemode": session["livemode"],
    }


def change_session(session, change, customer):
    """Changes an open session; answers it as it is afterwards."""
    if status_of(session) != "open":
        raise Refusal("session.closed")
    params = {"expand": EXPAND, **change}
    if "items" in change:
        lines = find_lines(change["items"], customer)
        if mode_of(lines) != session["mode"] or lines[0][0]["currency"] != session["currency"]:
            raise Refusal("price.incompatible", "items", "A session keeps its mode and its currency.")
        present = {line["price"]["id"]: line["id"] for line in session["line_items"]["data"]}
        del params["items"]
        params["line_items"] = [
            {**({"id": present[p["id"]]} if p["id"] in present else {"price": p["id"]}), **amounts(key, quantity)}
            for p, key, quantity in lines
        ]
    try:
        return ask("POST", f"{SESSIONS}/{session['id']}", params)[0]
    except StripeError as error:
        now = read(session["id"])
        if error.status == 400 and (now is None or status_of(now) != "open"):
            raise Refusal("session.closed") from None
        raise


def intent_of(session):
    """The intent that decides about the money, where it matters."""
    for name in ("payment_intent", "setup_intent"):
        if isinstance(session.get(name), dict):
            return session[name]
    invoice = session.get("invoice")
    if not invoice or session["payment_status"] != "unpaid":
        return None
    expand = ["payments.data.payment.payment_intent"]
    invoice_id = invoice if isinstance(invoice, str) else invoice["id"]
    payments = ask("GET", f"/v1/invoices/{invoice_id}", {"expand": expand})[0]["payments"]["data"]
    default = next((one for one in payments if one["is_default"]), payments[0] if payments else None)
    return default["payment"].get("payment_intent") if default else None


def status_of(session, intent=None):
    if session["status"] == "expired":
        return "expired"
    if session["status"] == "open":
        own = session.get("payment_intent")
        return "processing" if isinstance(own, dict) and own["status"] == "processing" else "open"
    if session["payment_status"] != "unpaid":
        return "complete"
    intent = intent or intent_of(session)
    if intent is None:
        return "processing"
    if intent["status"] in ("requires_payment_method", "canceled"):
        return "failed"
    if intent["status"] in ("succeeded", "requires_capture"):
        return "complete"
    return "requires_action" if deposits_of(intent) else "processing"


def deposits_of(intent):
    if intent is None or intent["status"] != "requires_action":
        return None
    return (intent.get("next_action") or {}).get("verify_with_microdeposits")


def to_truth(session):
    """Everything a caller may know: no secret, nothing personal."""
    intent = intent_of(session)
    status = status_of(session, intent)
    error = (intent or {}).get("last_payment_error") or (intent or {}).get("last_setup_error")
    charge, invoice = (intent or {}).get("latest_charge"), session.get("invoice")
    deposits = deposits_of(intent) if status == "requires_action" else None
    unfinished = status == "open" and intent is not None and intent["status"] == "requires_action"
    paid = "none_due" if session["payment_status"] == "no_payment_required" else "paid"
    return {
        "contract": VERSION,
        "id": session["id"],
        "status": status,
        "mode": session["mode"],
        "payment": paid if status == "complete" else None,
        "amount": session["amount_total"],
        "currency": session["currency"],
        "attempt": "unfinished" if unfinished else None,
        "decline": {"code": error.get("code"), "declineCode": error.get("decline_code")}
        if error and status in ("open", "failed")
        else None,
        "links": {
            "invoice": invoice.get("hosted_invoice_url") if isinstance(invoice, dict) else None,
            "receipt": charge.get("receipt_url") if isinstance(charge, dict) else None,
            "verification": deposits["hosted_verification_url"] if deposits else None,
        },
        "expectedAt": deposits["arrival_date"] if deposits else None,
        "livemode": session["livemode"],
    }


def settle(session):
    """What is left to do once money has arrived: the customer's default method. Safe to repeat."""
    customer, subscription = session["customer"], session.get("subscription")
    if session["status"] != "complete" or session["payment_status"] == "unpaid":
        return
    if not isinstance(customer, dict) or not isinstance(subscription, dict):
        return
    method = subscription["default_payment_method"]
    if method and not customer["invoice_settings"]["default_payment_method"]:
        method_id = method if isinstance(method, str) else method["id"]
        params = {"invoice_settings": {"default_payment_method": method_id}}
        ask("POST", f"/v1/customers/{customer['id']}", params)
