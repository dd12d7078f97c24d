"""How well repeated ideas are found: labelled sets, baselines, floors."""
