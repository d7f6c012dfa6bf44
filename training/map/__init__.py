"""The outlines of countries that the map is drawn on."""
