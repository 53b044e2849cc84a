//! Running the program as a user does.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// No run of a test takes longer, even on a busy machine; one that does hangs.
const PATIENCE: Duration = Duration::from_secs(90);

/// A folder that is gone after the test.
pub struct Folder(pub PathBuf);

impl Folder {
    /// An empty folder; the name is the test's own.
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("turnstile-cli-{}-{test}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    /// Puts a file into the folder.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).expect("a temporary file");
        path
    }

    /// Runs the program in this folder.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        // Into files: a pipe that nobody reads while waiting would fill up.
        let (out, err) = (self.0.join(".stdout"), self.0.join(".stderr"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_turnstile"))
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .stdout(File::create(&out).expect("a temporary file"))
            .stderr(File::create(&err).expect("a temporary file"))
            .spawn()
            .expect("the program starts");
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("the state of the program") {
                break status;
            }
            if start.elapsed() > PATIENCE {
                let _ = child.kill();
                let _ = child.wait();
                panic!("{arguments:?} does not end");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let text = |path| String::from_utf8(fs::read(path).expect("the output")).expect("text");
        let (out, err) = (text(out), text(err));
        let code = status.code().unwrap_or_else(|| panic!("{arguments:?} died: {status}\n{err}"));
        Ran { code, out, err }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// How a run ended.
#[derive(Debug)]
#[allow(dead_code, reason = "no test file looks at everything")]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// The standard output.
    pub out: String,
    /// The standard error.
    pub err: String,
}
