"""The screens: Streamlit over the desk."""
