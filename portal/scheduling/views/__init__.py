"""The staff's and the neutrals' screens of pair and time, one module per subject."""
