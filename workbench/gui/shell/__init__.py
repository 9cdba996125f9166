"""The window itself: panes, menus, status, devices, closing."""
