// Placeholder: remove when the first real file arrives.
