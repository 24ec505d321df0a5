mod reference;

#[test]
fn dump() {
    for seed in 0..2000 {
        let case = reference::generate::case(seed, 4);
        if seed < 2 { println!("{}", case.show()); }
        let _ = case.proposal.world(&case.model);
    }
}
