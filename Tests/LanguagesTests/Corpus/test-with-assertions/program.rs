use crate::orders::{charge, total};

#[test]
fn adds_the_lines() {
    let order = build(vec![1, 2]);
    assert_eq!(total(&order), 3);
    assert!(order.paid.is_some());
    assert!(order.name.is_none());
    assert!(order.tags.contains("x"));
    assert!(total(&order) > 2);
    assert_ne!(total(&order), 4);
    assert!(!order.open);
}

#[tokio::test]
async fn refuses_an_empty_order() {
    assert!(matches!(charge(&[]), Err(Empty)));
}
