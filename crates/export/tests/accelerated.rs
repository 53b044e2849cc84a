use flate2::read::GzDecoder;
use std::io::{BufRead, BufReader};
use turnstile_kernel::*;
#[test]
fn ops() {
    let st = Store::new();
    let mut im = turnstile_export::Importer::new(&st);
    let f = std::fs::File::open("/work/shared/kernel-tests/init/init-medium.ndjson.gz").unwrap();
    let mut slow = vec![];
    for l in BufReader::new(GzDecoder::new(f)).lines() {
        let t = std::time::Instant::now();
        im.line(&l.unwrap()).unwrap();
        slow.push((t.elapsed(), im.names.last().copied()));
    }
    slow.sort();
    for s in slow.iter().rev().take(10) { println!("{s:?}"); }
    for n in ["add","sub","mul","pow","beq","ble","div","mod","gcd","shiftLeft","shiftRight","land","lor","xor"] {
        let n = Name::new("Nat").str(n);
        println!("{n} {} {}", im.env.contains(n), im.env.is_accelerated(n));
    }
    println!("nodes {}", st.overlay_nodes());
}
