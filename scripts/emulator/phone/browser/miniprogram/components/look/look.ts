/** How WeChat draws its built-in components. */
import './fonts.css';
import './base.css';
import './buttons.css';
import './fields.css';
import './choices.css';
import './containers.css';
import './media.css';
import './moved.css';
import './pickers.css';
