"""Onto and off paper: PDF, Word, Excel, calendar files, QR codes and charts.

Takes plain values and gives bytes. Not for deciding what a paper says: rooms' documents.py do."""
