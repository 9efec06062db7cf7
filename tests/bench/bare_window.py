"""The least that a program like ours could be: a window with a list of 60 rows and a label."""

import sys

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMainWindow, QSplitter

ROWS = 60


def main() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle("Bare window")
    view = QListView()
    view.setModel(QStringListModel([f"Service {row}" for row in range(ROWS)], view))
    halves = QSplitter()
    halves.addWidget(view)
    words = QLabel("Choose a service.")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    halves.addWidget(words)
    window.setCentralWidget(halves)
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
