mod payment {
    #[test]
    fn charges_the_gateway() {
        let gateway = make_gateway();
        pay(&gateway, 3);
        gateway.expect_charge().with(3).times(1);
        gateway.expect_refund().times(0);
    }

    #[test]
    fn keeps_the_total() {
        assert_eq!(pay(make_gateway(), 3), 3);
        assert_ne!(total(), 4);
        assert!(order.paid);
        assert!(order.error.is_none());
        assert!(total() < 9);
    }
}
