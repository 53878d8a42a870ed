"""Stock, and what the warehouse says of it."""

import requests
from django.db import transaction

from .models import Reservation, StockItem

WAREHOUSE = "https://warehouse.internal/api"


class OutOfStock(Exception):
    """Nothing left to reserve."""


def reserve(sku: str, order_id: str) -> Reservation:
    """Reserves one piece for an order."""
    with transaction.atomic():
        item = StockItem.objects.select_for_update().get(sku=sku)
        if item.available <= 0:
            raise OutOfStock(sku)
        item.available -= 1
        item.save()
        return Reservation.objects.create(sku=sku, order_id=order_id)


def warehouse_stock(sku: str) -> int:
    """What the warehouse counts."""
    response = requests.get(f"{WAREHOUSE}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
