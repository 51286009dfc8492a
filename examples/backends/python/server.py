"""The backend in Python's standard library alone: routes, origins, problems."""

import os
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json

import webhooks
from checkout import change_session, find, open_session, settle, to_truth
from contract import Refusal, invalid, parse_change, parse_opening
from stripe_api import NoAnswer, StripeError

PORT = int(os.environ.get("PORT", "3001"))
ORIGINS = {os.environ.get("BILLING_ORIGIN", "http://localhost:3000")}
# For `billing-checkout verify` alone: a header that says who is logged in.
CUSTOMER_HEADER = os.environ.get("BILLING_CUSTOMER_HEADER")
BODY_LIMIT = 65_536
EVENT_LIMIT = 1_048_576
# Read and thrown away, so that whoever still sends can read the answer.
DRAINED = 4_194_304

ROUTES = (
    (re.compile(r"/billing/sessions"), ("POST",)),
    (re.compile(r"/billing/sessions/([^/]+)"), ("GET", "PATCH")),
    (re.compile(r"/billing/webhooks"), ("POST",)),
)


class Backend(BaseHTTPRequestHandler):
    server_version = "billing"

    def answer(self):
        try:
            self.send(*self.route())
        except Refusal as refusal:
            self.refuse(refusal)
        except NoAnswer:
            self.refuse(Refusal("stripe.unavailable", headers={"retry-after": "2"}))
        except StripeError as error:
            self.refuse(to_refusal(error))
        except Exception as error:  # Whatever it is, the customer's page can read that it failed.
            print(f"{self.command} failed: {type(error).__name__}: {error}", file=sys.stderr)
            self.refuse(Refusal("server.failed"))

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_OPTIONS = do_HEAD = answer

    def route(self):
        path = self.path.split("?", 1)[0]
        for index, (form, methods) in enumerate(ROUTES):
            match = form.fullmatch(path)
            if match is None:
                continue
            hook = index == 2
            if self.command == "OPTIONS" and not hook:
                return self.preflight(", ".join(methods))
            if self.command not in methods:
                raise Refusal("request.method", headers={"allow": ", ".join(methods)})
            if hook:
                return self.receive()
            return self.open() if index == 0 else self.read(match[1]) if self.command == "GET" else self.change(match[1])
        raise Refusal("request.not_found")

    def open(self):
        asked = parse_opening(self.body())
        key = self.headers.get("Idempotency-Key", "")
        if key == "":
            raise Refusal("request.key_missing", "Idempotency-Key")
        if not re.fullmatch(r"[\x21-\x7e]{8,255}", key):
            raise invalid("Idempotency-Key", "8 to 255 visible ASCII characters.")
        session, fresh = open_session(asked, self.customer(), key)
        return 201 if fresh else 200, session

    def read(self, session_id):
        session = find(session_id, self.customer())
        truth = to_truth(session)
        try:
            settle(session)
        except (StripeError, NoAnswer) as error:  # What is left to do must not keep the truth from the customer.
            print(f"settling failed: {error}", file=sys.stderr)
        return 200, truth

    def change(self, session_id):
        change = parse_change(self.body())
        customer = self.customer()
        return 200, to_truth(change_session(find(session_id, customer), change, customer))

    def receive(self):
        if not os.environ.get("STRIPE_WEBHOOK_SECRET"):
            raise Refusal("request.not_found", detail="Set STRIPE_WEBHOOK_SECRET to open this route.")
        webhooks.receive(self.bytes(EVENT_LIMIT), self.headers.get("Stripe-Signature", ""))
        return 200, {"received": True}

    def customer(self):
        """Read your own session here: a cookie, a token. A header that anybody can write is for tests."""
        return self.headers.get(CUSTOMER_HEADER) if CUSTOMER_HEADER else None

    def body(self):
        self.check_origin()
        kind = self.headers.get("Content-Type", "").split(";")[0].strip().lower()
        if kind != "application/json":
            raise Refusal("request.content_type")
        return self.bytes(BODY_LIMIT)

    def bytes(self, most):
        length = self.headers.get("Content-Length", "0")
        if not length.isdecimal() or "Transfer-Encoding" in self.headers:
            raise Refusal("request.malformed", detail="Send the length of the body.")
        if int(length) > most:
            raise Refusal("request.too_large", detail=f"At most {most} bytes.")
        self.unread = 0
        return self.rfile.read(int(length))

    def check_origin(self):
        origin = self.headers.get("Origin")
        if origin is None:
            raise Refusal("request.origin_missing")
        if origin not in ORIGINS:
            raise Refusal("request.origin_foreign", detail="Set BILLING_ORIGIN to the page's origin.")

    def preflight(self, methods):
        self.check_origin()
        asked = self.headers.get("Access-Control-Request-Headers", "content-type, idempotency-key")
        allowed = {"access-control-allow-methods": methods, "access-control-allow-headers": asked}
        return 204, None, {**allowed, "access-control-max-age": "600", "allow": methods}

    def refuse(self, refusal):
        self.send(refusal.status, refusal.problem, refusal.headers, "application/problem+json")

    def send(self, status, json_body, headers=None, kind="application/json"):
        self.drain()
        payload = b"" if json_body is None else json.dumps(json_body).encode()
        self.send_response(status)
        for name, value in {**self.cors(), **(headers or {})}.items():
            self.send_header(name, value)
        if payload:
            self.send_header("content-type", kind)
        self.send_header("content-length", str(len(payload)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(payload)

    def cors(self):
        common = {"vary": "Origin", "cache-control": "no-store", "x-content-type-options": "nosniff"}
        origin = self.headers.get("Origin")
        if origin not in ORIGINS:
            return common
        allowed = {"access-control-allow-origin": origin, "access-control-allow-credentials": "true"}
        return {**common, **allowed, "access-control-expose-headers": "Retry-After"}

    def drain(self):
        length = self.headers.get("Content-Length", "0")
        left = min(getattr(self, "unread", int(length) if length.isdecimal() else 0), DRAINED)
        while left > 0:
            part = self.rfile.read(min(left, 65_536))
            left = left - len(part) if part else 0

    def log_message(self, *_):
        """Paths have ids in them: they are not written down."""


def to_refusal(error):
    if error.status == 409:
        return Refusal("server.busy", headers={"retry-after": "1"}, request_id=error.request_id)
    if error.status == 429 or error.status >= 500:
        return Refusal("stripe.unavailable", headers={"retry-after": "2"}, request_id=error.request_id)
    print(f"Stripe refused: {error} at {error.param} ({error.request_id})", file=sys.stderr)
    return Refusal("stripe.rejected", request_id=error.request_id)


if __name__ == "__main__":
    print(f"http://localhost:{PORT}/billing", flush=True)
    ThreadingHTTPServer(("127.0.0.1", PORT), Backend).serve_forever()
