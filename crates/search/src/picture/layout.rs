//! Places for boxes in layers: Sugiyama, Tagawa, Toda, *Methods for visual understanding of hierarchical system
//! structures* (1981), with the barycentre heuristic for the order within a layer.

/// A box to be placed.
#[derive(Clone, Debug)]
pub(super) struct Tile {
    pub(super) layer: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Boxes of the layer above that it hangs on.
    pub(super) above: Vec<usize>,
    /// Left upper corner, once it is placed.
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Room between boxes of a layer, and between layers.
const GAP: f64 = 18.0;
const LAYER_GAP: f64 = 34.0;
/// Sweeps down and up.
const SWEEPS: usize = 6;

/// Places the boxes; gives the size of the whole.
pub(super) fn place(tiles: &mut [Tile]) -> (f64, f64) {
    let depth = tiles.iter().map(|t| t.layer + 1).max().unwrap_or(0);
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); depth];
    for (index, tile) in tiles.iter().enumerate() {
        layers[tile.layer].push(index);
    }
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); tiles.len()];
    for (index, tile) in tiles.iter().enumerate() {
        for above in &tile.above {
            below[*above].push(index);
        }
    }
    let mut y = 0.0;
    for layer in &layers {
        for index in layer {
            tiles[*index].y = y;
        }
        y += layer.iter().map(|i| tiles[*i].height).fold(0.0, f64::max) + LAYER_GAP;
    }
    for layer in &layers {
        pack(tiles, layer, &|_, _| None);
    }
    for sweep in 0..SWEEPS {
        let downwards = sweep % 2 == 0;
        for step in 0..depth {
            let number = if downwards { step } else { depth - 1 - step };
            let mut layer = std::mem::take(&mut layers[number]);
            let centre = |tiles: &[Tile], index: usize| {
                let near = if downwards { &tiles[index].above } else { &below[index] };
                let middle = |i: &usize| tiles[*i].x + tiles[*i].width / 2.0;
                (!near.is_empty()).then(|| near.iter().map(middle).sum::<f64>() / near.len() as f64)
            };
            let own = |tiles: &[Tile], i: usize| tiles[i].x + tiles[i].width / 2.0;
            // The sort is stable, so the picture is the same every time.
            layer.sort_by(|a, b| {
                let at = |i: usize| centre(tiles, i).unwrap_or_else(|| own(tiles, i));
                at(*a).total_cmp(&at(*b))
            });
            pack(tiles, &layer, &centre);
            layers[number] = layer;
        }
    }
    let left = tiles.iter().map(|t| t.x).fold(f64::INFINITY, f64::min);
    for tile in tiles.iter_mut() {
        tile.x -= left;
    }
    let width = tiles.iter().map(|t| t.x + t.width).fold(0.0, f64::max);
    (width, (y - LAYER_GAP).max(0.0))
}

/// Puts the boxes of a layer beside each other in their order, as near to where each wants to be as the others allow.
fn pack(tiles: &mut [Tile], layer: &[usize], wish: &dyn Fn(&[Tile], usize) -> Option<f64>) {
    let wishes: Vec<Option<f64>> = layer.iter().map(|i| wish(tiles, *i)).collect();
    let mut right = f64::NEG_INFINITY;
    for (index, wish) in layer.iter().zip(&wishes) {
        let wanted = wish.map_or(tiles[*index].x, |centre| centre - tiles[*index].width / 2.0);
        tiles[*index].x = wanted.max(right);
        right = tiles[*index].x + tiles[*index].width + GAP;
    }
    // All were pushed to the right only: move the layer back by the mean.
    let moved: Vec<f64> = layer
        .iter()
        .zip(&wishes)
        .filter_map(|(i, wish)| wish.map(|centre| tiles[*i].x + tiles[*i].width / 2.0 - centre))
        .collect();
    if !moved.is_empty() {
        let mean = moved.iter().sum::<f64>() / moved.len() as f64;
        for index in layer {
            tiles[*index].x -= mean;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_do_not_overlap() {
        let tile = |layer, above| Tile { layer, width: 100.0, height: 20.0, above, x: 0.0, y: 0.0 };
        let mut tiles = vec![tile(0, vec![]), tile(1, vec![0]), tile(1, vec![0]), tile(1, vec![0])];
        tiles.extend([tile(2, vec![3]), tile(2, vec![1]), tile(2, vec![1, 2])]);
        let (width, height) = place(&mut tiles);
        assert!(width < 500.0 && height == 3.0 * 20.0 + 2.0 * LAYER_GAP, "{width} {height}");
        for (i, a) in tiles.iter().enumerate() {
            assert!(a.x >= 0.0 && a.x + a.width <= width + 1e-6);
            for b in tiles.iter().skip(i + 1).filter(|b| b.layer == a.layer) {
                assert!(a.x + a.width <= b.x + 1e-6 || b.x + b.width <= a.x + 1e-6, "{a:?} {b:?}");
            }
        }
        // A child stands below its parent, not below another one.
        assert!((tiles[4].x - tiles[3].x).abs() < 60.0, "{tiles:?}");
    }
}
