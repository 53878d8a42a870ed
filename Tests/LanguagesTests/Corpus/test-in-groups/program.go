package orders

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestChargesTheGateway(t *testing.T) {
	gateway := makeGateway()
	pay(gateway, 3)
	gateway.AssertCalled(t, "charge", 3)
	gateway.AssertNotCalled(t, "refund")
}

func TestKeepsTheTotal(t *testing.T) {
	if pay(makeGateway(), 3) != 3 {
		t.Error()
	}
	require.NotEqual(t, 4, total())
	require.True(t, order.paid)
	require.Nil(t, order.error)
	require.Less(t, total(), 9)
}
