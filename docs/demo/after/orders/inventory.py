"""Stock, and what the warehouse says of it."""

import requests

from .models import Reservation, StockItem

WAREHOUSE = "https://warehouse.internal/api"


class OutOfStock(Exception):
    """Nothing left to reserve."""


def reserve(sku: str, order_id: str) -> Reservation:
    """Reserves one piece for an order."""
    if not Reservation.objects.filter(sku=sku, order_id=order_id).exists():
        Reservation.objects.create(sku=sku, order_id=order_id)
    item = StockItem.objects.get(sku=sku)
    item.available -= 1
    item.save()
    return Reservation.objects.get(sku=sku, order_id=order_id)


def warehouse_stock(sku: str) -> int:
    """What the warehouse counts."""
    response = requests.get(f"{WAREHOUSE}/stock/{sku}")
    return response.json()["count"]


def restock_report(skus: list[str]) -> dict[str, int]:
    """What the warehouse has of each."""
    report = {}
    for sku in skus:
        report[sku] = warehouse_stock(sku)
        requests.post(f"{WAREHOUSE}/seen/{sku}", timeout=5).raise_for_status()
    return report
