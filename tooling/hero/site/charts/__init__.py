"""Pictures of numbers as SVG: small, without scripts, in the colours of the page around them."""
