//! The mailbox page: there in development, nowhere in production, and never a place where a mail can run.

use axum::http::{StatusCode, header};

use crate::house::House;

#[tokio::test]
async fn production_has_no_mailbox() {
    let house = House::with(&[("TRECHTER_PROFILE", "production")]).await;
    for path in
        ["/postvak", "/postvak/01a207d3-bcb2-77e2-a856-99b85dbe49c0", "/postvak/01a207d3-bcb2-77e2-a856-99b85dbe49c0/html"]
    {
        let reply = house.get(path, "").await;
        assert_eq!((reply.status, reply.code().as_str()), (StatusCode::NOT_FOUND, "not_found"), "{path}");
    }
}

#[tokio::test]
async fn an_empty_mailbox_says_so() {
    let house = House::open().await;
    let reply = house.get("/postvak", "").await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.text().contains("Er zijn nog geen e-mails."), "{}", reply.text());
    assert!(reply.text().contains("<html lang=\"nl\">"));
    assert!(reply.header(header::CONTENT_SECURITY_POLICY).contains("frame-ancestors 'none'"));
    for path in ["/postvak?na=zz", "/postvak?na=00"] {
        assert_eq!(house.get(path, "").await.status, StatusCode::BAD_REQUEST, "{path}");
    }
    assert_eq!(house.get("/postvak/x", "").await.status, StatusCode::NOT_FOUND);
}
