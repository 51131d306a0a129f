//! Files: what comes in is checked by its bytes, what goes out is only ever an attachment.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures::StreamExt;
use sha2::{Digest, Sha256};

use crate::house::{House, Reply};

const PDF: &[u8] = b"%PDF-1.7\nplain enough for a test\n%%EOF\n";

fn part(disposition: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body =
        format!("--edge\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: text/html\r\n\r\n").into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(b"\r\n");
    body
}

fn one(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = part(&format!("name=\"file\"; filename=\"{name}\""), bytes);
    body.extend_from_slice(b"--edge--\r\n");
    body
}

async fn upload(house: &House, cookie: &str, artefact: &str, body: impl Into<Body>) -> Reply {
    let path = format!("/files?project={}&artefact={artefact}", house.project);
    let request = Request::post(path)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
    house.send(request.body(body.into()).expect("a request")).await
}

#[tokio::test]
async fn a_file_comes_back_as_it_went_in() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let reply = upload(&house, &cookie, "idee", one("Plan één.pdf", PDF)).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    let file = reply.json();
    let sha256 = engine::Hash(Sha256::digest(PDF).into()).to_string();
    assert_eq!(file["name"], "Plan één.pdf");
    assert_eq!(file["mediaType"], "application/pdf", "what the client said is not believed");
    assert_eq!((file["size"].as_u64(), file["sha256"].as_str()), (Some(PDF.len() as u64), Some(sha256.as_str())));

    let path = format!("/files/{}", file["id"].as_str().expect("an id"));
    let back = house.get(&path, &cookie).await;
    assert_eq!((back.status, back.bytes.as_slice()), (StatusCode::OK, PDF));
    assert_eq!(
        back.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"Plan __n.pdf\"; filename*=UTF-8''Plan%20%C3%A9%C3%A9n.pdf"
    );
    assert_eq!(back.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(back.header(header::CONTENT_SECURITY_POLICY).ends_with("sandbox"));
    assert_eq!(back.header(header::ETAG), format!("\"{sha256}\""));
    assert_eq!(back.header(header::CONTENT_LENGTH), PDF.len().to_string());
    assert_eq!(back.header(header::CACHE_CONTROL), "private, no-cache");

    let again = Request::get(&path).header(header::COOKIE, &cookie).header(header::IF_NONE_MATCH, format!("\"{sha256}\""));
    let again = house.send(again.body(Body::empty()).expect("a request")).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));

    assert_eq!(house.get(&path, "").await.status, StatusCode::UNAUTHORIZED);
    let other = house.cookie("lead@twee.example").await;
    assert_eq!(house.get(&path, &other).await.status, StatusCode::NOT_FOUND, "another organisation");
    for id in ["x", "..%2F..%2Fetc%2Fpasswd", "01a207d3-bcb2-77e2-a856-99b85dbe49c0"] {
        assert_eq!(house.get(&format!("/files/{id}"), &cookie).await.status, StatusCode::NOT_FOUND, "{id}");
    }
}

#[tokio::test]
async fn hostile_names_become_harmless() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let names = [
        ("../../../etc/passwd", "passwd.pdf"),
        ("C:\\\\Windows\\\\plan.pdf", "plan.pdf"),
        ("factuur\u{202E}fdp.exe", "factuurfdp.exe.pdf"),
        ("a\tb.pdf", "a b.pdf"),
        ("plan.html", "plan.html.pdf"),
        ("\u{200B}.\u{200B}plan.pdf", "plan.pdf"),
    ];
    for (given, kept) in names {
        let reply = upload(&house, &cookie, "idee", one(given, PDF)).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{given:?} {}", reply.text());
        assert_eq!(reply.json()["name"], kept, "{given:?}");
    }
    let long = upload(&house, &cookie, "idee", one(&format!("{}.pdf", "a".repeat(3_000)), PDF)).await;
    assert_eq!(long.json()["name"].as_str().map(str::len), Some(200), "{}", long.text());
    for nothing in ["...", "\u{202E}"] {
        let reply = upload(&house, &cookie, "idee", one(nothing, PDF)).await;
        assert_eq!(reply.code(), "file_name", "{nothing:?}");
    }
}

#[tokio::test]
async fn what_is_not_allowed_is_refused_and_not_kept() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let refused: [(&[u8], &str); 6] = [
        (b"", "file_empty"),
        (b"MZ\x90\x00", "file_type"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "file_type"),
        (b"<!doctype html><script>alert(1)</script>", "file_type"),
        (b"PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x05\x00\x00\x00a.exe", "file_type"),
        (b"GIF89a<script>", "file_type"),
    ];
    for (bytes, code) in refused {
        let reply = upload(&house, &cookie, "idee", one("plan.pdf", bytes)).await;
        assert_eq!((reply.status, reply.code().as_str()), (StatusCode::UNPROCESSABLE_ENTITY, code), "{bytes:?}");
    }
}

#[tokio::test]
async fn a_file_that_is_too_large_is_cut_off() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let path = format!("/files?project={}&artefact=idee", house.project);
    let request = Request::post(&path)
        .header(header::COOKIE, &cookie)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header(header::CONTENT_LENGTH, "200000000");
    let reply = house.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "file_too_large"), "announced");

    let start = futures::stream::iter([Ok::<_, std::io::Error>(part("name=\"file\"; filename=\"a.pdf\"", PDF))]);
    let endless = futures::stream::repeat_with(|| Ok(vec![b'x'; 1 << 20]));
    let reply = upload(&house, &cookie, "idee", Body::from_stream(start.chain(endless))).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::PAYLOAD_TOO_LARGE, "file_too_large"), "streamed");
}

#[tokio::test]
async fn broken_uploads_are_told_apart() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let whole = one("a.pdf", PDF);
    let reply = upload(&house, &cookie, "idee", whole[..whole.len() - 20].to_vec()).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::BAD_REQUEST, "broken_off"), "{}", reply.text());

    let mut two = part("name=\"a\"; filename=\"a.pdf\"", PDF);
    two.extend(one("b.pdf", PDF));
    assert_eq!(upload(&house, &cookie, "idee", two).await.code(), "bad_request", "two files");
    assert_eq!(upload(&house, &cookie, "idee", b"--edge--\r\n".to_vec()).await.code(), "bad_request", "no file");
    let mut field = part("name=\"a\"", PDF);
    field.extend(b"--edge--\r\n");
    assert_eq!(upload(&house, &cookie, "idee", field).await.code(), "file_name", "a field that is no file");

    let path = format!("/files?project={}&artefact=idee", house.project);
    let request = Request::post(&path).header(header::COOKIE, &cookie).header(header::CONTENT_TYPE, "application/pdf");
    let reply = house.send(request.body(Body::from(PDF)).expect("a request")).await;
    assert_eq!((reply.status, reply.code().as_str()), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "content_type"));
}

#[tokio::test]
async fn only_who_may_write_the_document_uploads_to_it() {
    let house = House::open().await;
    let cookie = house.cookie("lead@een.example").await;
    let other = house.cookie("lead@twee.example").await;
    assert_eq!(
        upload(&house, &other, "idee", one("a.pdf", PDF)).await.status,
        StatusCode::NOT_FOUND,
        "another organisation"
    );
    assert_eq!(
        upload(&house, &cookie, "ict-toets", one("a.pdf", PDF)).await.status,
        StatusCode::FORBIDDEN,
        "written by ICT"
    );
    for artefact in ["none", "../idee", "%00", ""] {
        let status = upload(&house, &cookie, artefact, one("a.pdf", PDF)).await.status;
        assert!(status.is_client_error(), "{artefact} {status}");
    }
    let request = Request::post("/files?project=x").header(header::COOKIE, &cookie).body(Body::empty());
    assert_eq!(house.send(request.expect("a request")).await.code(), "bad_request");
}
