//! Every route and every error carries the header set, and nothing crosses from another site.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;
use server::ROUTES;

use crate::house::{House, Reply};

fn check(what: &str, reply: &Reply) {
    let csp = reply.header(header::CONTENT_SECURITY_POLICY);
    assert!(csp.starts_with("default-src 'none'"), "{what}: {csp}");
    assert!(csp.contains("base-uri") && csp.contains("form-action") && csp.contains("frame-ancestors"), "{what}: {csp}");
    assert!(!csp.contains("script-src") || csp.contains("script-src 'self'"), "{what}: {csp}");
    assert!(!csp.contains("unsafe-eval"), "{what}: {csp}");
    assert_eq!(reply.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{what}");
    assert_eq!(reply.header(header::REFERRER_POLICY), "no-referrer", "{what}");
    assert!(!reply.header(header::CACHE_CONTROL).is_empty(), "{what}");
    assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert_eq!(reply.header("x-request-id").len(), 32, "{what}");
    // The council's pages are for people: they say what is wrong as a page.
    let page = what.contains(" /raad/");
    if reply.status.is_client_error() && !reply.bytes.is_empty() && !what.contains("/graphql") && !page {
        let error = &reply.json()["error"];
        assert!(
            error["code"].is_string() && error["message"]["nl"].is_string() && error["message"]["en"].is_string(),
            "{what}"
        );
    }
}

#[tokio::test]
async fn every_route_and_error_carries_them() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let beside = ["/", "/projecten/x", "/index.html", "/assets/none.js", "/../etc/passwd", "/%00", "/favicon.ico"];
    let paths = ROUTES.iter().map(|(_, path)| path.replace("{id}", "01a207d3-bcb2-77e2-a856-99b85dbe49c0"));
    for path in paths.chain(beside.into_iter().map(str::to_owned)) {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
            for cookie in ["", &cookie] {
                let request = Request::builder().method(method).uri(&path).header(header::COOKIE, cookie);
                let reply = house.send(request.body(Body::empty()).expect("a request")).await;
                check(&format!("{method} {path}"), &reply);
                assert!(!reply.status.is_server_error() || path == "/metrics", "{method} {path} {}", reply.status);
            }
        }
    }
}

#[tokio::test]
async fn every_listed_route_exists() {
    let house = House::open().await;
    for (method, path) in ROUTES {
        let other = if *method == "GET" { "POST" } else { "GET" };
        if ROUTES.contains(&(other, path)) {
            continue;
        }
        let path = path.replace("{id}", "x");
        let request = Request::builder().method(other).uri(&path).body(Body::empty()).expect("a request");
        assert_eq!(house.send(request).await.status, StatusCode::METHOD_NOT_ALLOWED, "{other} {path}");
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_stay_there() {
    let house =
        House::with(&[("TRECHTER_PROFILE", "development"), ("TRECHTER_PUBLIC_URL", "https://trechter.example")]).await;
    for path in ["/", "/healthz", "/none.js"] {
        let reply = house.get(path, "").await;
        assert!(reply.header(header::STRICT_TRANSPORT_SECURITY).starts_with("max-age=63072000"), "{path}");
    }
    assert!(House::open().await.get("/", "").await.header(header::STRICT_TRANSPORT_SECURITY).is_empty());
}

#[tokio::test]
async fn other_sites_cannot_post() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let foreign = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ];
    // The council's page takes no cookie but a secret in the body; its own tests post to it from elsewhere.
    for (_, path) in ROUTES.iter().filter(|(method, path)| *method == "POST" && !path.starts_with("/raad/")) {
        for (name, value) in foreign {
            let request = Request::post(*path)
                .header(header::COOKIE, &cookie)
                .header(header::HOST, "127.0.0.1:8080")
                .header(name, value);
            let reply = house.send(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(
                (reply.status, reply.code().as_str()),
                (StatusCode::FORBIDDEN, "cross_site"),
                "{path} {name} {value}"
            );
            check(path, &reply);
        }
    }
    assert_eq!(house.get("/session", &cookie).await.status, StatusCode::OK, "nobody was signed out");
}

#[tokio::test]
async fn forms_of_other_sites_do_not_fit() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let types = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
        "application/json5",
        "text/json",
        "application/json; charset=utf-16",
    ];
    for path in ["/graphql", "/sign-in"] {
        for kind in types {
            let request = Request::post(path).header(header::COOKIE, &cookie).header(header::CONTENT_TYPE, kind);
            let reply =
                house.send(request.body(Body::from(r#"{"query":"{viewer{person{id}}}"}"#)).expect("a request")).await;
            assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{path} {kind}");
        }
    }
    let request = Request::post("/graphql")
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "application/json; charset=\"UTF-8\"");
    let reply = house.send(request.body(Body::from(r#"{"query":"{viewer{person{id}}}"}"#)).expect("a request")).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.json()["data"]["viewer"]["person"]["id"], json!(house.lead.to_string()), "{}", reply.text());
}

#[tokio::test]
async fn bodies_have_limits() {
    let house = House::open().await;
    let large = || "x".repeat(300 * 1024);
    for path in ["/graphql", "/sign-in"] {
        let announced =
            Request::post(path).header(header::CONTENT_TYPE, "application/json").header(header::CONTENT_LENGTH, "307200");
        let reply = house.send(announced.body(Body::from(large())).expect("a request")).await;
        assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        let chunks = futures::stream::iter((0..300).map(|_| Ok::<_, std::io::Error>("x".repeat(1024))));
        let streamed = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        let reply = house.send(streamed.body(Body::from_stream(chunks)).expect("a request")).await;
        assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "too_large"), "{path}");
        check("too large", &reply);
    }
}

#[tokio::test]
async fn nobody_signed_in_gets_nothing() {
    let house = House::open().await;
    for (method, path) in ROUTES {
        let public = ["/sign-in", "/sign-out", "/healthz", "/readyz", "/metrics"];
        if public.contains(path) || path.starts_with("/postvak") || path.starts_with("/raad") {
            continue;
        }
        let path = path.replace("{id}", "01a207d3-bcb2-77e2-a856-99b85dbe49c0");
        let request = Request::builder().method(*method).uri(&path).header(header::CONTENT_TYPE, "application/json");
        let reply = house.send(request.body(Body::from(r#"{"query":"{viewer{person{id}}}"}"#)).expect("a request")).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{method} {path} {}", reply.text());
    }
}

#[tokio::test]
async fn screens_are_never_kept_and_missing_files_are_not_pages() {
    let house = House::open().await;
    let page = house.get("/projecten/1", "").await;
    assert_eq!((page.status, page.header(header::CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    assert!(page.header(header::CONTENT_TYPE).starts_with("text/html"));
    for path in ["/assets/none.js", "/none.map", "/assets/none"] {
        assert_eq!(house.get(path, "").await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn figures_are_for_this_machine_or_the_token() {
    let house = House::with(&[("TRECHTER_PROFILE", "production")]).await;
    assert_eq!(house.get("/metrics", "").await.status, StatusCode::NOT_FOUND);
    let house = House::with(&[("TRECHTER_PROFILE", "development"), ("TRECHTER_METRICS_TOKEN", "0123456789abcdef")]).await;
    for (token, status) in [
        ("Bearer 0123456789abcdef", StatusCode::OK),
        ("Bearer 0123456789abcdee", StatusCode::NOT_FOUND),
        ("", StatusCode::NOT_FOUND),
    ] {
        let request = Request::get("/metrics").header(header::AUTHORIZATION, token).body(Body::empty()).expect("a request");
        assert_eq!(house.send(request).await.status, status, "{token}");
    }
}
