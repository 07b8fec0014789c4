//! A real OpenID provider (npm `oidc-provider`), and somebody with a browser who approves.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use reqwest::{Client, Url};

use super::server::client;

/// The provider. Killed when dropped.
pub struct Provider {
    child: Child,
    /// Its name and address.
    pub issuer: String,
}

impl Provider {
    /// Starts it; access tokens are good for so many seconds.
    pub fn start(seconds: u32) -> Self {
        let folder = folder();
        // Its modules are looked for beside the script: a copy of this run's, so that an older one is never meant.
        let script = folder.join(format!("provider-{}.mjs", std::process::id()));
        std::fs::write(&script, include_str!("../../oidc/provider.mjs")).unwrap();
        let mut child = Command::new("node")
            .arg(&script)
            .arg(seconds.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node; is nodejs installed? tests/run tells");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let issuer = lines.find_map(|line| line.strip_prefix("ready ").map(str::to_owned));
        let issuer = issuer.expect("the provider did not start");
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, issuer }
    }

    /// What `loket serve --identity` reads to believe it.
    pub fn file(&self, folder: &Path) -> PathBuf {
        let rule = |role: &str| format!("[[role]]\nclaim = \"roles\"\nhas = \"{role}\"\nrole = \"{role}\"\n");
        let own = |role: &str| format!("{}organisation = \"LMM\"\n", rule(role));
        let text = format!(
            "issuer = \"{}\"\naudience = \"urn:loket:api\"\ndevice_client = \"loket-tui\"\nbrowser_client = \"loket-desktop\"\n{}{}{}",
            self.issuer,
            own("administrator"),
            own("desk"),
            rule("municipal")
        );
        let file = folder.join("identity.toml");
        std::fs::write(&file, text).unwrap();
        file
    }

    /// Somebody opens the page for codes in a browser, enters this one, signs in as `login` and approves.
    pub async fn approve(&self, code: &str, login: &str) {
        let page = format!("{}/device?user_code={code}", self.issuer);
        Browser::new(login, code).go(&page).await;
    }

    /// Somebody opens an address, signs in and approves; gives where the browser is sent at last.
    pub async fn browse(&self, address: &str, login: &str) -> String {
        Browser::new(login, "").go(address).await
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn folder() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("oidc");
    let there = target.join("node_modules/oidc-provider").is_dir();
    assert!(there, "the provider is not in {}: tests/run puts it there", target.display());
    target
}

/// A browser that fills in every form it is shown.
struct Browser {
    http: Client,
    cookies: Vec<(String, String)>,
    login: String,
    code: String,
}

impl Browser {
    fn new(login: &str, code: &str) -> Self {
        Self { http: client(), cookies: vec![], login: login.into(), code: code.into() }
    }

    /// Goes on until there is no form any more, or the browser is sent to another port. Gives where it is.
    async fn go(&mut self, address: &str) -> String {
        let start = Url::parse(address).unwrap();
        let (mut url, mut form) = (start.clone(), None);
        for _ in 0..40 {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            let request = match form.take() {
                Some(fields) => self.http.post(url.clone()).form::<Vec<(String, String)>>(&fields),
                None => self.http.get(url.clone()),
            };
            let answer = request.header("cookie", cookies.join("; ")).header("accept", "text/html").send().await.unwrap();
            for cookie in answer.headers().get_all("set-cookie") {
                let (name, value) = cookie.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.retain(|(known, _)| known != name);
                if !value.is_empty() {
                    self.cookies.push((name.into(), value.into()));
                }
            }
            if let Some(next) = answer.headers().get("location") {
                url = url.join(next.to_str().unwrap()).unwrap();
                if url.port() != start.port() {
                    return url.into();
                }
                continue;
            }
            let status = answer.status();
            let page = answer.text().await.unwrap();
            assert!(status.is_success(), "{url}: {status} {page}");
            let Some(action) = between(&page, "action=\"", "\"") else { return page };
            form = Some(self.filled(&page));
            url = url.join(&action.replace("&amp;", "&")).unwrap();
        }
        panic!("{address}: no end to it, at {url}");
    }

    fn filled(&self, page: &str) -> Vec<(String, String)> {
        let inputs = page.split("<input").skip(1).filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let name = between(tag, "name=\"", "\"")?;
            let value = match name {
                "login" => self.login.clone(),
                "password" => "x".into(),
                "user_code" => self.code.clone(),
                "abort" => return None,
                _ => between(tag, "value=\"", "\"").unwrap_or_default().to_owned(),
            };
            Some((name.to_owned(), value))
        });
        inputs.collect()
    }
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(start)?;
    rest.split_once(end).map(|(found, _)| found)
}
