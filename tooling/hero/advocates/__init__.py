"""Who helps an idea: who may, who knows the field, who has time, and why these two."""
