//! `import` of own files.

mod support;

use support::Folder;

#[test]
fn own_files_are_read_once_before_the_file_that_imports_them() {
    let folder = Folder::new("imports");
    std::fs::create_dir_all(folder.0.join("Lib/Inner")).expect("a directory");
    folder.file("Lib/Base.lean", "def base := 1\n");
    folder.file("Lib/Inner/Left.lean", "import Lib.Base\ndef left := base + 1\n");
    folder.file("Lib/Inner/Right.lean", "import Lib.Base\nimport Lib.Inner.Left\ndef right := base + left\n");
    folder.file(
        "Main.lean",
        "import Lib.Inner.Left\nimport Lib.Inner.Right\ntheorem t : left + right = 5 := rfl\n",
    );
    let ran = folder.run(&["check", "Main.lean"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{ran:?}");
}

#[test]
fn what_is_wrong_with_an_import_is_said_at_the_import() {
    let folder = Folder::new("bad_imports");
    folder.file("Missing.lean", "import Nowhere.Here\n");
    let ran = folder.run(&["check", "Missing.lean"]);
    assert!(ran.code != 0 && ran.err.contains("unknown module prefix 'Nowhere'"), "{ran:?}");
    assert!(ran.err.contains("Missing.lean:1:8"), "{ran:?}");

    folder.file("One.lean", "import Two\ndef one := 1\n");
    folder.file("Two.lean", "import One\ndef two := 2\n");
    let ran = folder.run(&["check", "One.lean"]);
    assert!(ran.code != 0 && ran.err.contains("import cycle"), "{ran:?}");

    folder.file("Wrong.lean", "def wrong : Nat := true\n");
    folder.file("Uses.lean", "import Wrong\ndef uses := 1\n");
    let ran = folder.run(&["check", "Uses.lean"]);
    assert!(ran.code != 0 && ran.err.contains("`Wrong` has errors"), "{ran:?}");
    assert!(ran.err.contains("Wrong.lean:1:20"), "{ran:?}");
}
