package orders

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func Test_declines_a_negative_amount(t *testing.T) {
	assert.PanicsWithValue(t, RangeError, func() {
		order := build(-1)
		charge(order)
	})
}

func TestDoesNotChargeTwice(t *testing.T) {
	order := build(3)
	charge(order)
	charge(order)
	gateway.AssertCalled(t, "charge", order, 3)
	gateway.AssertNotCalled(t, "refund")
}
